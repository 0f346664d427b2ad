using DncActors.UnitTests.HouseRules;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.Serialization;

namespace DncActors.UnitTests.Deploy;

/// <summary>A place in a YAML document, found by its path; what is not there fails by its path.</summary>
public sealed class YamlNode
{
    static readonly IDeserializer Reader = new DeserializerBuilder().Build();

    readonly object? _value;
    readonly string _path;

    YamlNode(object? value, string path) => (_value, _path) = (value, path);

    /// <summary>Every document of a file.</summary>
    public static IReadOnlyList<YamlNode> Read(string file)
    {
        var parser = new MergingParser(new Parser(new StringReader(SourceTree.Read(file))));
        parser.Consume<StreamStart>();
        var documents = new List<YamlNode>();
        while (!parser.Accept<StreamEnd>(out _)) documents.Add(new YamlNode(Reader.Deserialize<object?>(parser), file));
        return documents;
    }

    /// <summary>By the names of mappings and, in lists, the name that an item carries.</summary>
    public YamlNode this[string path] => path.Split('/').Aggregate(this, (node, step) => node.Step(step)
        ?? throw new Xunit.Sdk.XunitException($"{node._path} has no '{step}'."));

    public string Text => _value as string ?? throw new Xunit.Sdk.XunitException($"{_path} is no text.");

    public int Number => int.Parse(Text, System.Globalization.CultureInfo.InvariantCulture);

    public IReadOnlyList<YamlNode> Items => _value is List<object?> list
        ? [.. list.Select((item, i) => new YamlNode(item, $"{_path}/{i}"))]
        : throw new Xunit.Sdk.XunitException($"{_path} is no list.");

    public IReadOnlyDictionary<string, string?> Map => _value is Dictionary<object, object?> map
        ? map.ToDictionary(pair => (string)pair.Key, pair => pair.Value as string)
        : throw new Xunit.Sdk.XunitException($"{_path} is no mapping.");

    public bool Has(string step) => Step(step) is not null;

    YamlNode? Step(string step) => _value switch
    {
        Dictionary<object, object?> map when map.TryGetValue(step, out var value) => new YamlNode(value, $"{_path}/{step}"),
        List<object?> => Items.FirstOrDefault(item => item.Step("name")?._value as string == step),
        _ => null,
    };
}
