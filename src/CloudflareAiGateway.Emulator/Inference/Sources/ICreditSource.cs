using System;

namespace CloudflareAiGateway.Emulator;

/// <summary>The credits of accounts, which pay for calls without a key.</summary>
internal interface ICreditSource
{
    /// <summary>Whether an account has credits left.</summary>
    /// <param name="services">What was used, and how the emulator behaves.</param>
    /// <param name="tables">The resources, in a turn of the store.</param>
    /// <param name="accountId">The account.</param>
    /// <param name="now">The time: payments take a while.</param>
    bool HasCredits(EmulatorServices services, StateTables tables, string accountId, DateTimeOffset now);
}
