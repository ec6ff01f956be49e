using System.Collections.Generic;
using System.Security;

namespace CloudflareAiGateway;

/// <summary>One target to which the gateway exports OpenTelemetry traces.</summary>
public sealed class OtelExporter
{
    /// <summary>The endpoint that receives the spans, 2048 characters at most.</summary>
    public string Url { get; set; } = string.Empty;

    /// <summary>Extra request headers. Values may be secret: they are not shown by default.</summary>
    public IDictionary<string, string> Headers { get; set; } = new Dictionary<string, string>();

    /// <summary>Value of, or secret reference for, the Authorization header, 256 characters at most.</summary>
    public SecureString? Authorization { get; set; }

    /// <summary>The encoding; JSON when left out.</summary>
    public OtelContentType? ContentType { get; set; }

    /// <summary>The target without anything secret.</summary>
    /// <returns>Such as <c>https://otel.example.com/v1/traces (Json)</c>.</returns>
    public override string ToString() => $"{Url} ({ContentType ?? OtelContentType.Json})";
}
