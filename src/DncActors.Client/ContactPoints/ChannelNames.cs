namespace DncActors.Client.ContactPoints;

/// <summary>The ways to reach a contact point, as they are on the wire: calls and texts go to phones, emails to emails.</summary>
public static class ChannelNames
{
    public const string Call = "call";
    public const string Sms = "sms";
    public const string Email = "email";

    public static IReadOnlyList<string> All { get; } = [Call, Sms, Email];
}
