using System.Collections.Generic;

namespace CloudflareAiGateway.Emulator;

/// <summary>What the auto router has chosen for a call.</summary>
/// <param name="Models">The models with their prefixes; those behind the first are for when it fails.</param>
/// <param name="Reason">Why the first one.</param>
/// <param name="Pin">What the choice is remembered by; null for nothing.</param>
internal sealed record AutoChoice(IReadOnlyList<string> Models, string Reason, string? Pin);
