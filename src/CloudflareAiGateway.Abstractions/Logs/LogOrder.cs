namespace CloudflareAiGateway;

/// <summary>What log rows are ordered by.</summary>
public enum LogOrder
{
    /// <summary>When the call came (the default).</summary>
    CreatedAt,

    /// <summary>The provider.</summary>
    Provider,

    /// <summary>The model.</summary>
    Model,

    /// <summary>The kind of model.</summary>
    ModelType,

    /// <summary>Whether the provider answered with success.</summary>
    Success,

    /// <summary>Whether the answer came from the cache.</summary>
    Cached,
}
