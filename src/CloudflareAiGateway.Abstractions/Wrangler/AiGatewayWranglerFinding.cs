namespace CloudflareAiGateway;

/// <summary>Something in a wrangler file that is wrong, or does nothing.</summary>
public sealed class AiGatewayWranglerFinding
{
    /// <summary>The file.</summary>
    public string Path { get; init; } = string.Empty;

    /// <summary>The line, from 1.</summary>
    public int Line { get; init; }

    /// <summary>The column, from 1.</summary>
    public int Column { get; init; }

    /// <summary>How bad it is.</summary>
    public WranglerFindingSeverity Severity { get; init; }

    /// <summary>The rule: <c>Syntax</c>, <c>AiGatewayIgnored</c>, <c>UnknownAiKey</c>, <c>WrongType</c>, <c>BindingMissing</c>, <c>NotInherited</c> or <c>SecretInFile</c>.</summary>
    public string Rule { get; init; } = string.Empty;

    /// <summary>What is wrong. Never the value of a secret.</summary>
    public string Message { get; init; } = string.Empty;

    /// <summary>What to do.</summary>
    public string Advice { get; init; } = string.Empty;

    /// <summary>Where and what.</summary>
    /// <returns>Such as <c>wrangler.toml:3:1 AiGatewayIgnored: …</c>.</returns>
    public override string ToString() => $"{Path}:{Line}:{Column} {Rule}: {Message}";
}
