namespace CloudflareAiGateway;

/// <summary>A TOML table, which may be spread over the file.</summary>
internal sealed class TomlTable : ConfigNode
{
    /// <summary>Makes a table.</summary>
    public TomlTable(TomlOrigin origin, int start)
        : base(ConfigKind.Table, start) => Origin = origin;

    /// <summary>How it came to be.</summary>
    public TomlOrigin Origin { get; set; }

    /// <summary>Where the next line of the table goes: behind the last one that it has. 0 when it has none.</summary>
    public int NextLine { get; set; }

    /// <summary>Of a table by dotted names: its name as it was last written, such as <c>ai</c> or <c>"env".production</c>.</summary>
    public string? DottedName { get; set; }

    /// <summary>Where the last line begins, whose indentation the next one takes; -1 when there is none.</summary>
    public int LastLine { get; set; } = -1;

    /// <summary>Of a table in braces: whether a comma follows the last member.</summary>
    public bool HasLastComma { get; set; }

    /// <summary>Of a table in braces: where the last member, or the comma behind it, ends.</summary>
    public int LastMemberEnd { get; set; }
}
