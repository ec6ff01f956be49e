using System.Collections.Generic;

namespace CloudflareAiGateway.Emulator;

/// <summary>One validation: what was wrong so far, and what happens with unknown members.</summary>
internal sealed class RuleContext(bool keepUnknown)
{
    private readonly List<Problem> _problems = [];

    public bool KeepUnknown => keepUnknown;

    public IReadOnlyList<Problem> Problems => _problems;

    public void Add(PathStep path, string message) => _problems.Add(new Problem(7001, message, path.ToPath()));
}
