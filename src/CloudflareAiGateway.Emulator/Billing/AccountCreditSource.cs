using System;

namespace CloudflareAiGateway.Emulator;

/// <summary>Lets calls to models draw on the credit that billing answers.</summary>
internal sealed class AccountCreditSource : ICreditSource
{
    public bool HasCredits(EmulatorServices services, StateTables tables, string accountId, DateTimeOffset now) =>
        new BillingAccount(services, tables, accountId, now).Balance > 0;
}
