namespace CloudflareAiGateway.Emulator;

/// <summary>The credits of accounts, which pay for calls without a key.</summary>
internal interface ICreditSource
{
    /// <summary>Whether an account has credits left.</summary>
    /// <param name="tables">The resources, in a turn of the store.</param>
    /// <param name="accountId">The account.</param>
    bool HasCredits(StateTables tables, string accountId);
}
