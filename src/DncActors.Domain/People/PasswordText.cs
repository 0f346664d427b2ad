namespace DncActors.Domain.People;

/// <summary>
/// A password as it was typed, on its way to be hashed. Whatever prints it, a message's arguments or a record that holds it, prints nothing of it.
/// </summary>
[GenerateSerializer, Immutable, Alias("dnc.PasswordText")]
public readonly record struct PasswordText(string Text)
{
    public override string ToString() => "(a password)";
}
