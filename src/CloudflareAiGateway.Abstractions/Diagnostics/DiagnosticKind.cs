namespace CloudflareAiGateway;

/// <summary>The PowerShell stream that a diagnostic message belongs to.</summary>
internal enum DiagnosticKind
{
    /// <summary>Method, path, status, duration, waits.</summary>
    Verbose,

    /// <summary>Allow-listed headers and masked bodies.</summary>
    Debug,

    /// <summary>Something that the user should act on or know, such as a long wait.</summary>
    Warning,
}
