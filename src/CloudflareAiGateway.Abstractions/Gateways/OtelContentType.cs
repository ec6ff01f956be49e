namespace CloudflareAiGateway;

/// <summary>The encoding of exported traces.</summary>
public enum OtelContentType
{
    /// <summary>A value newer than this module; it is kept on updates and cannot be set.</summary>
    Unknown,

    /// <summary>OTLP as JSON (the default).</summary>
    Json,

    /// <summary>OTLP as protobuf.</summary>
    Protobuf,
}
