using System;

namespace CloudflareAiGateway.Emulator;

/// <summary>The free search over metadata.</summary>
internal sealed class LogSearch(string text) : LogCondition(LogOperator.Contains, [])
{
    public override bool Matches(in LogRow row) => row.Metadata?.Text.Contains(text, StringComparison.OrdinalIgnoreCase) == true;
}
