using System;

namespace CloudflareAiGateway.Client;

/// <summary>A wait before the next attempt.</summary>
/// <param name="Delay">How long.</param>
/// <param name="Reason">Why, in words for the user.</param>
/// <param name="IsAskedFor">Whether the service named the time itself.</param>
/// <param name="Fits">Whether it fits what is left of the deadline.</param>
internal sealed record RetryWait(TimeSpan Delay, string Reason, bool IsAskedFor, bool Fits);
