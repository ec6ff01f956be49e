using System;

namespace CloudflareAiGateway.Client;

/// <summary>The quota demands a wait that does not fit the deadline. Nothing was sent.</summary>
internal sealed class QuotaWaitException : Exception
{
    /// <summary>Says how long the wait would be.</summary>
    public QuotaWaitException(TimeSpan wait)
        : base(FormattableString.Invariant($"The quota is used up for {wait.TotalSeconds:0} s.")) => Wait = wait;

    /// <summary>How long the wait would be.</summary>
    public TimeSpan Wait { get; }
}
