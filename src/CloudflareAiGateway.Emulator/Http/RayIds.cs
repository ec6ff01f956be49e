using System;
using System.Globalization;
using System.Threading;

namespace CloudflareAiGateway.Emulator;

/// <summary>Ray ids: 16 hex digits and a place, never the same twice in a process.</summary>
internal sealed class RayIds
{
    private long _last = Random.Shared.NextInt64();

    public string Next() => string.Create(CultureInfo.InvariantCulture, $"{(ulong)Interlocked.Increment(ref _last):x16}-EMU");
}
