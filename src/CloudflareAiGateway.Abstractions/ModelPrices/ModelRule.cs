namespace CloudflareAiGateway;

/// <summary>How a price finds its models. Of several that fit, the first of this order counts.</summary>
public enum ModelRule
{
    /// <summary>A value newer than this module; it is kept on updates and cannot be set.</summary>
    Unknown,

    /// <summary>The model's name is the price's.</summary>
    Equals,

    /// <summary>The model's name begins with the price's.</summary>
    [WireName("starts-with")]
    StartsWith,

    /// <summary>The model's name contains the price's.</summary>
    Contains,
}
