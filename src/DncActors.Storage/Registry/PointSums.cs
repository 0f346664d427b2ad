using System.Text;
using DncActors.Domain.ContactPoints;
using DncActors.Domain.Registry;

namespace DncActors.Storage.Registry;

/// <summary>Adds up what the entries of each contact point amount to, as they come one behind the other, all of a point's together.</summary>
internal sealed class PointSums
{
    List<(string Organization, PointBlock Block)> _complete = [];
    byte[] _organizationBytes = [];
    string _organization = "";
    byte[] _valueBytes = [];
    int _valueLength;
    ContactPointKind _kind;
    long _call;
    long _sms;
    long _email;
    bool _begun;

    /// <summary>How many points are complete and not taken yet.</summary>
    public int Complete => _complete.Count;

    /// <summary>The point that was added up last.</summary>
    public (string Organization, ContactPoint Point) Last => (_organization, new(_kind, Encoding.UTF8.GetString(_valueBytes, 0, _valueLength)));

    /// <param name="organization">UTF-8, as the value.</param>
    /// <param name="channels">What the entry blocks.</param>
    /// <param name="until">Until when, in milliseconds since 1970; <see cref="BlockedUntil.Forever"/> where it does not expire.</param>
    public void Add(ReadOnlySpan<byte> organization, ContactPointKind kind, ReadOnlySpan<byte> value, Channels channels, long until)
    {
        if (!_begun || kind != _kind || !value.SequenceEqual(_valueBytes.AsSpan(0, _valueLength)) || !organization.SequenceEqual(_organizationBytes))
            Begin(organization, kind, value);
        if ((channels & Channels.Call) != 0) _call = Math.Max(_call, until);
        if ((channels & Channels.Sms) != 0) _sms = Math.Max(_sms, until);
        if ((channels & Channels.Email) != 0) _email = Math.Max(_email, until);
    }

    /// <summary>No further entry comes of the point that is being added up.</summary>
    public void End()
    {
        if (!_begun) return;
        _complete.Add((_organization, new PointBlock(Last.Point, new BlockedUntil(_call, _sms, _email))));
        _begun = false;
    }

    /// <summary>Gives away what is complete.</summary>
    public IReadOnlyList<(string Organization, PointBlock Block)> Take()
    {
        var taken = _complete;
        _complete = new(taken.Count);
        return taken;
    }

    void Begin(ReadOnlySpan<byte> organization, ContactPointKind kind, ReadOnlySpan<byte> value)
    {
        End();
        // Nearly all are of one organization: its name is made once.
        if (!organization.SequenceEqual(_organizationBytes))
        {
            _organizationBytes = organization.ToArray();
            _organization = Encoding.UTF8.GetString(organization);
        }
        if (_valueBytes.Length < value.Length) _valueBytes = new byte[2 * value.Length];
        value.CopyTo(_valueBytes);
        _valueLength = value.Length;
        _kind = kind;
        _call = _sms = _email = 0;
        _begun = true;
    }
}
