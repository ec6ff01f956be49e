namespace CloudflareAiGateway.Emulator;

/// <summary>Whether a token works.</summary>
public enum TokenStatus
{
    /// <summary>It works.</summary>
    Active,

    /// <summary>It was switched off.</summary>
    Disabled,

    /// <summary>Its time is over.</summary>
    Expired,
}
