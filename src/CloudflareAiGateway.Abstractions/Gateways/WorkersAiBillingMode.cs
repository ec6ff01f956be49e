namespace CloudflareAiGateway;

/// <summary>Who is billed for Workers AI calls.</summary>
public enum WorkersAiBillingMode
{
    /// <summary>A value newer than this module; it is kept on updates and cannot be set.</summary>
    Unknown,

    /// <summary>The account's Workers AI usage (the default).</summary>
    Postpaid,

    /// <summary>The account's Unified Billing credits.</summary>
    Unified,
}
