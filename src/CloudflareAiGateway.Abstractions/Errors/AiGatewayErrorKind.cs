namespace CloudflareAiGateway;

/// <summary>What went wrong, in the terms in which a script decides what to do next.</summary>
public enum AiGatewayErrorKind
{
    /// <summary>Not one of the kinds below.</summary>
    Unknown,

    /// <summary>The token is missing, wrong, expired or disabled (HTTP 401, codes 1000, 6003, 10000).</summary>
    Unauthorized,

    /// <summary>The token is good but may not do this (HTTP 403, codes 9109, 10000).</summary>
    Forbidden,

    /// <summary>The thing, or the path to it, does not exist (HTTP 404, codes 7002, 7003, 7005).</summary>
    NotFound,

    /// <summary>A thing of that name exists already (HTTP 409, or 400 with code 7001 and that text).</summary>
    AlreadyExists,

    /// <summary>Somebody else changed the thing in between.</summary>
    Conflict,

    /// <summary>The API refused the input (HTTP 400, 422, code 7001).</summary>
    Rejected,

    /// <summary>Too many calls, and the wait does not fit the deadline (HTTP 429, code 971).</summary>
    RateLimited,

    /// <summary>The service failed or is down (HTTP 5xx) after all retries.</summary>
    Unavailable,

    /// <summary>No answer came: name look-up, connection, proxy or TLS failed.</summary>
    Network,

    /// <summary>An attempt or the whole call took too long.</summary>
    Timeout,

    /// <summary>An answer came that is not what the API gives: HTML, cut JSON, an unknown shape.</summary>
    UnexpectedResponse,

    /// <summary>There is no connection, or it lacks something that this call needs.</summary>
    NotConnected,

    /// <summary>The service does not offer this, or not any more, to this account or to API tokens.</summary>
    NotAvailable,

    /// <summary>A payment was refused, or credit is missing (HTTP 402).</summary>
    PaymentRequired,
}
