using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace CloudflareAiGateway.Completion;

/// <summary>Completes ids of elements that are made elsewhere in the same script or line. Needs no connection.</summary>
public sealed class RouteElementIdCompleter : IArgumentCompleter
{
    private const string Command = "New-AiGatewayRouteElement";

    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        string typed = (wordToComplete ?? string.Empty).Trim('\'', '"');
        Ast root = commandAst;
        while (root.Parent is not null)
        {
            root = root.Parent;
        }

        return root.FindAll(a => a is CommandAst command && command != commandAst && string.Equals(command.GetCommandName(), Command, StringComparison.OrdinalIgnoreCase), searchNestedScriptBlocks: true)
            .Select(a => IdOf((CommandAst)a))
            .Append(RouteElementType.End.Name)
            .Where(id => id is not null && id.StartsWith(typed, StringComparison.OrdinalIgnoreCase))
            .Distinct()
            .Select(id => new CompletionResult(id, id, CompletionResultType.ParameterValue, $"The element '{id}'"));
    }

    /// <summary>The value of -Id, or the first argument that belongs to no parameter.</summary>
    private static string? IdOf(CommandAst command)
    {
        for (int i = 1; i < command.CommandElements.Count; i++)
        {
            if (command.CommandElements[i] is CommandParameterAst parameter)
            {
                // -End is the only switch; every other parameter takes what follows it.
                bool isId = string.Equals(parameter.ParameterName, "Id", StringComparison.OrdinalIgnoreCase);
                bool isSwitch = string.Equals(parameter.ParameterName, "End", StringComparison.OrdinalIgnoreCase);
                i += isId || isSwitch || parameter.Argument is not null ? 0 : 1;
            }
            else if (command.CommandElements[i] is StringConstantExpressionAst text)
            {
                return text.Value;
            }
        }

        return null;
    }
}
