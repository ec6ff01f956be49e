namespace CloudflareAiGateway;

/// <summary>Which body of a logged call.</summary>
internal enum LogPayload
{
    /// <summary>What was sent.</summary>
    Request,

    /// <summary>What came back.</summary>
    Response,
}
