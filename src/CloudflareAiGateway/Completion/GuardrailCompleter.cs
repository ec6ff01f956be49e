using System;
using System.Collections;
using System.Collections.Generic;
using System.Management.Automation;
using System.Management.Automation.Language;
using CloudflareAiGateway.Transformation;

namespace CloudflareAiGateway.Completion;

/// <summary>Completes hazard categories with their actions, by name or by code: <c>Hate=Block</c>.</summary>
public sealed class GuardrailCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        string typed = (wordToComplete ?? string.Empty).Trim('\'', '"');
        foreach (GuardrailCategory category in GuardrailCategory.All)
        {
            foreach (ContentAction action in new[] { ContentAction.Block, ContentAction.Flag })
            {
                string text = $"{category.Name}={action}";
                if (text.StartsWith(typed, StringComparison.OrdinalIgnoreCase) || $"{category.Code}={action}".StartsWith(typed, StringComparison.OrdinalIgnoreCase))
                {
                    yield return new CompletionResult(text, text, CompletionResultType.ParameterValue, $"{category.Code}, {category.Description}");
                }
            }
        }
    }
}
