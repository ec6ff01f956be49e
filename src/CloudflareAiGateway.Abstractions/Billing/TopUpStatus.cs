namespace CloudflareAiGateway;

/// <summary>How far the payment of a top-up is.</summary>
public enum TopUpStatus
{
    /// <summary>A value newer than this module.</summary>
    Unknown,

    /// <summary>The payment is under way; the credit is not there yet.</summary>
    Pending,

    /// <summary>It was paid, and the credit is there.</summary>
    Completed,

    /// <summary>It was not paid and will not be; no credit came of it.</summary>
    Failed,
}
