using System.Threading;

namespace CloudflareAiGateway.Emulator;

/// <summary>What calls to models leave behind in memory, besides log rows.</summary>
internal sealed class InferenceState
{
    // The upper half, so that no number is one that the log store gives to a row of its own.
    private const ulong FirstChance = 1UL << 63;

    private ulong _chance = FirstChance;

    public ProviderFaultList Faults { get; } = new();

    public ResponseCache Cache { get; } = new();

    public WindowCounters Counters { get; } = new();

    public SpendLedger Spendings { get; } = new();

    public AutoRouter AutoRouter { get; } = new();

    /// <summary>Bits for the id of a row; never the same twice.</summary>
    public ulong NextBits() => LogId.BitsOf(LogId.Mix(Interlocked.Increment(ref _chance)));

    public void Clear()
    {
        Faults.Clear();
        Cache.Clear();
        Counters.Clear();
        Spendings.Clear();
        AutoRouter.Clear();
        Interlocked.Exchange(ref _chance, FirstChance);
    }
}
