using System;
using System.Collections.Generic;

namespace CloudflareAiGateway.Client;

/// <summary>How far a walk by time is: everything before a time was given, and at that time the rows with these ids.</summary>
/// <param name="Time">The last time given.</param>
/// <param name="Ids">The ids given at that time.</param>
internal sealed record KeysetPosition(DateTimeOffset Time, IReadOnlyCollection<string> Ids);
