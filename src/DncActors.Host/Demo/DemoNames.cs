using System.Globalization;

namespace DncActors.Host.Demo;

/// <summary>Made-up people: names, numbers of the range that is kept for fiction (555-0100 to 555-0199), and addresses that reach nobody.</summary>
sealed class DemoNames(Random random)
{
    static readonly string[] FirstNames =
    [
        "Alice", "Ben", "Carla", "Derek", "Elena", "Farid", "Grace", "Hugo", "Imani", "Jonas", "Keiko", "Liam", "Maya", "Noah", "Olga", "Paulo",
        "Quinn", "Rosa", "Samir", "Tara", "Umar", "Vera", "Wendell", "Ximena", "Yusuf", "Zoe",
    ];

    static readonly string[] LastNames =
    [
        "Alvarez", "Becker", "Chen", "Dubois", "Eriksen", "Fischer", "Garcia", "Haddad", "Ivanov", "Johnson", "Kim", "Lopez", "Murphy", "Nguyen",
        "Okafor", "Patel", "Quist", "Rossi", "Schmidt", "Tanaka", "Ueda", "Vargas", "Walker", "Xu", "Young", "Zielinski",
    ];

    static readonly int[] AreaCodes =
    [
        201, 202, 203, 205, 206, 207, 208, 212, 213, 214, 215, 216, 217, 303, 304, 305, 312, 313, 314, 401, 402, 404, 405, 406, 407, 412, 415, 501,
        502, 503, 504, 505, 512, 515, 601, 602, 603, 605, 608, 612, 615, 617, 701, 702, 703, 713, 718, 801, 802, 803, 804, 808, 901, 904, 907, 912,
        913, 915, 916, 918, 919,
    ];

    static readonly string[] Domains = ["example.com", "example.org", "example.net", "mail.example", "büro.example"];

    internal string Person() => $"{Pick(FirstNames)} {Pick(LastNames)}";

    /// <summary>The n-th number there is, as people type it: ten digits of it, in one of many manners.</summary>
    internal string Phone(int n)
    {
        var area = AreaCodes[n % AreaCodes.Length];
        var line = 100 + (n / AreaCodes.Length % 100);
        return random.Next(8) switch
        {
            0 => $"+1{area}5550{line}",
            1 => $"({area}) 555-0{line}",
            2 => $"{area}-555-0{line}",
            3 => $"{area}.555.0{line}",
            4 => $"1 {area} 555 0{line}",
            5 => $"{area}5550{line}",
            6 => $"+1 ({area}) 555-0{line} ext. {random.Next(10, 99)}",
            _ => $"tel:+1-{area}-555-0{line}",
        };
    }

    /// <summary>An address of the person, as people type it.</summary>
    internal string Email(string person, int n)
    {
        var address = string.Create(CultureInfo.InvariantCulture, $"{person.Replace(' ', '.')}{n}@{Pick(Domains)}");
        return random.Next(5) switch
        {
            0 => address.ToUpperInvariant(),
            1 => $"{person} <{address}>",
            2 => $"  {address} ",
            _ => address,
        };
    }

    internal T Pick<T>(IReadOnlyList<T> among) => among[random.Next(among.Count)];

    internal bool Chance(int percent) => random.Next(100) < percent;
}
