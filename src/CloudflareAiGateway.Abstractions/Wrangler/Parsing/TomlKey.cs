namespace CloudflareAiGateway;

/// <summary>One part of a TOML name.</summary>
internal readonly struct TomlKey
{
    /// <summary>Joins the part with its place.</summary>
    public TomlKey(string name, int start, int end)
    {
        Name = name;
        Start = start;
        End = end;
    }

    /// <summary>The part, quotes and escapes resolved.</summary>
    public string Name { get; }

    /// <summary>Where it begins.</summary>
    public int Start { get; }

    /// <summary>Where it ends.</summary>
    public int End { get; }
}
