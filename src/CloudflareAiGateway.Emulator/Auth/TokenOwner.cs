namespace CloudflareAiGateway.Emulator;

/// <summary>Who owns a token; each kind has a verify address of its own.</summary>
public enum TokenOwner
{
    /// <summary>A user.</summary>
    User,

    /// <summary>An account.</summary>
    Account,
}
