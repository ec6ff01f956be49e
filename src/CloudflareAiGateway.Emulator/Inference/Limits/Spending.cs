using System;

namespace CloudflareAiGateway.Emulator;

/// <summary>Money that a call cost.</summary>
/// <param name="Time">When.</param>
/// <param name="Cost">US dollars.</param>
/// <param name="Provider">The provider's slug.</param>
/// <param name="Model">The model.</param>
/// <param name="Metadata">The call's metadata.</param>
internal sealed record Spending(DateTimeOffset Time, double Cost, string Provider, string Model, CallMetadata Metadata);
