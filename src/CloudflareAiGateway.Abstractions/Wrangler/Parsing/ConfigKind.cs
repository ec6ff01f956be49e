namespace CloudflareAiGateway;

/// <summary>What a value of a configuration file is.</summary>
internal enum ConfigKind
{
    /// <summary>A table (TOML) or object (JSON).</summary>
    Table,

    /// <summary>An array, of tables in double brackets, too.</summary>
    Array,

    /// <summary>A text.</summary>
    String,

    /// <summary>A number, flag, date or null.</summary>
    Other,
}
