namespace CloudflareAiGateway.Emulator;

/// <summary>Random numbers that are the same on every machine and in every version of .NET.</summary>
internal struct LogDice(ulong seed)
{
    private ulong _state = seed;

    public ulong Next() => LogId.Mix(_state++);

    /// <summary>A number from 0 to below 1.</summary>
    public double Unit() => (Next() >> 11) * (1.0 / (1UL << 53));

    /// <summary>A number from 0 to below a limit.</summary>
    public int Below(int limit) => (int)(Unit() * limit);

    /// <summary>True in this share of the cases.</summary>
    public bool Falls(double share) => Unit() < share;
}
