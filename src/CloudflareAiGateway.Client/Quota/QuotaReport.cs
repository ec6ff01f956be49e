using System;

namespace CloudflareAiGateway.Client;

/// <summary>What an answer says of the token's quota.</summary>
/// <param name="Remaining">Calls left in the window.</param>
/// <param name="Reset">How long until the window ends.</param>
/// <param name="Limit">Calls per window; null when not said.</param>
internal sealed record QuotaReport(int Remaining, TimeSpan Reset, int? Limit);
