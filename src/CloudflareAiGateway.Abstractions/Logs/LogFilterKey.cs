namespace CloudflareAiGateway;

/// <summary>What a log filter compares.</summary>
public enum LogFilterKey
{
    /// <summary>A key newer than this module; it cannot be set.</summary>
    Unknown,

    /// <summary>The row's id.</summary>
    Id,

    /// <summary>When the call came.</summary>
    CreatedAt,

    /// <summary>The content type of the request.</summary>
    RequestContentType,

    /// <summary>The content type of the answer.</summary>
    ResponseContentType,

    /// <summary>The kind of request.</summary>
    RequestType,

    /// <summary>Whether the provider answered with success.</summary>
    Success,

    /// <summary>Whether the answer came from the cache.</summary>
    Cached,

    /// <summary>The provider.</summary>
    Provider,

    /// <summary>The model.</summary>
    Model,

    /// <summary>The kind of model.</summary>
    ModelType,

    /// <summary>The cost in US dollars.</summary>
    Cost,

    /// <summary>All tokens of the call.</summary>
    Tokens,

    /// <summary>Tokens sent.</summary>
    TokensIn,

    /// <summary>Tokens received.</summary>
    TokensOut,

    /// <summary>The duration in milliseconds.</summary>
    Duration,

    /// <summary>The rating.</summary>
    Feedback,

    /// <summary>The caller's event id.</summary>
    EventId,

    /// <summary>A name in the metadata. Matched apart from <see cref="MetadataValue"/>.</summary>
    [WireName("metadata.key")]
    MetadataKey,

    /// <summary>A value in the metadata. Matched apart from <see cref="MetadataKey"/>.</summary>
    [WireName("metadata.value")]
    MetadataValue,

    /// <summary>Whether the call was authenticated.</summary>
    Authentication,

    /// <summary>Whether the call was paid by Unified Billing.</summary>
    Wholesale,

    /// <summary>The compatibility mode.</summary>
    [WireName("compatibilityMode")]
    CompatibilityMode,

    /// <summary>What data loss prevention did.</summary>
    DlpAction,

    /// <summary>The caller's user agent.</summary>
    UserAgent,
}
