using System.Collections.Generic;
using System.Linq;
using CloudflareAiGateway.HelpBuilder.Markdown;

namespace CloudflareAiGateway.HelpBuilder.Model;

/// <summary>The help of one parameter.</summary>
/// <param name="Name">The name without its dash.</param>
/// <param name="Description">What it does.</param>
/// <param name="Facts">What binding knows, once per group of parameter sets that agree.</param>
public sealed record ParameterHelp(string Name, IReadOnlyList<TextPiece> Description, IReadOnlyList<ParameterFacts> Facts)
{
    /// <summary>The facts that hold in a parameter set, or nothing when the parameter is not in it.</summary>
    public ParameterFacts? In(string parameterSet) =>
        Facts.FirstOrDefault(facts => facts.IsIn(parameterSet));
}
