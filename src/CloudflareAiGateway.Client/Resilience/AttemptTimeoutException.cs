using System;

namespace CloudflareAiGateway.Client;

/// <summary>One attempt took longer than it may; not the user's stop.</summary>
internal sealed class AttemptTimeoutException : TimeoutException
{
    /// <summary>Says how long was waited.</summary>
    public AttemptTimeoutException(TimeSpan waited, Exception inner)
        : base(FormattableString.Invariant($"No complete answer within {waited.TotalSeconds:0.#} s."), inner) => Waited = waited;

    /// <summary>How long was waited.</summary>
    public TimeSpan Waited { get; }
}
