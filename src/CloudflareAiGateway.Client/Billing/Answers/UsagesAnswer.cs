using System.Collections.Generic;

namespace CloudflareAiGateway.Client;

/// <summary>The usage on the wire.</summary>
internal sealed class UsagesAnswer
{
    /// <summary>The windows.</summary>
    public List<UsageAnswer>? History { get; init; }
}
