using System;
using System.Collections.Generic;
using System.Linq;

namespace CloudflareAiGateway.HelpBuilder.Model;

/// <summary>The yaml block of a parameter.</summary>
public sealed record ParameterFacts
{
    public const string AllSets = "(All)";

    public required string Type { get; init; }

    public required IReadOnlyList<string> ParameterSets { get; init; }

    public required string Aliases { get; init; }

    public required IReadOnlyList<string> AcceptedValues { get; init; }

    public required bool Required { get; init; }

    public required string Position { get; init; }

    public required string DefaultValue { get; init; }

    public required string PipelineInput { get; init; }

    public required bool Wildcards { get; init; }

    public bool IsSwitch => Type == "SwitchParameter";

    public bool IsIn(string parameterSet) =>
        ParameterSets.Contains(AllSets) || ParameterSets.Contains(parameterSet, StringComparer.OrdinalIgnoreCase) || parameterSet == AllSets;
}
