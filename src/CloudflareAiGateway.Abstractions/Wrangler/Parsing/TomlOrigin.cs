namespace CloudflareAiGateway;

/// <summary>How a TOML table came to be, which decides how something can be added to it.</summary>
internal enum TomlOrigin
{
    /// <summary>The file itself.</summary>
    Root,

    /// <summary>By a line in brackets of its own.</summary>
    Header,

    /// <summary>As a part of the name of another table: <c>[a.b]</c> makes <c>a</c>.</summary>
    Implied,

    /// <summary>By dotted names: <c>a.b = 1</c> makes <c>a</c>.</summary>
    Dotted,

    /// <summary>In braces.</summary>
    Inline,
}
