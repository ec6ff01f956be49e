namespace CloudflareAiGateway;

/// <summary>A named value of a table.</summary>
internal sealed class ConfigMember
{
    /// <summary>Joins name and value.</summary>
    public ConfigMember(string key, int keyStart, ConfigNode value)
    {
        Key = key;
        KeyStart = keyStart;
        Value = value;
    }

    /// <summary>The name.</summary>
    public string Key { get; }

    /// <summary>Where the name stands.</summary>
    public int KeyStart { get; }

    /// <summary>The value.</summary>
    public ConfigNode Value { get; }
}
