using System;

namespace CloudflareAiGateway.Client;

/// <summary>What is known of a token's quota at a moment.</summary>
/// <param name="Remaining">Calls left in the window; null when the API has not said.</param>
/// <param name="Limit">Calls per window; null when the API has not said.</param>
/// <param name="Reset">How long until the window ends.</param>
/// <param name="BlockedFor">How long every call of the token has to wait; zero when not blocked.</param>
internal sealed record QuotaSnapshot(int? Remaining, int? Limit, TimeSpan Reset, TimeSpan BlockedFor);
