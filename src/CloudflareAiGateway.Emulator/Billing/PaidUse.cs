namespace CloudflareAiGateway.Emulator;

/// <summary>A call that Unified Billing paid for.</summary>
/// <param name="Time">When, in Unix milliseconds.</param>
/// <param name="Cost">US dollars.</param>
internal readonly record struct PaidUse(long Time, double Cost);
