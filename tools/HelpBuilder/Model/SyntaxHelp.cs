using System.Collections.Generic;

namespace CloudflareAiGateway.HelpBuilder.Model;

/// <summary>One way to call a cmdlet.</summary>
/// <param name="ParameterSet">The parameter set's name; <c>(All)</c> when there is only one.</param>
/// <param name="ParameterNames">The names in the order of the syntax line.</param>
public sealed record SyntaxHelp(string ParameterSet, IReadOnlyList<string> ParameterNames);
