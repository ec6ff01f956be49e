using System;
using System.Collections.Generic;
using System.Linq;
using CloudflareAiGateway.Transformation;

namespace CloudflareAiGateway.Commands;

/// <summary>Reads tools, as <c>@{ Name; Description; Parameters }</c> or in OpenAI's spelling, and the calls that a model made of them.</summary>
internal static class ToolReader
{
    /// <summary>Reads tools.</summary>
    /// <exception cref="AiGatewayException">InvalidPrompt, with the place of the fault.</exception>
    public static IReadOnlyList<ChatTool> Read(IReadOnlyList<object?> tools)
    {
        ChatTool[] read = tools.Select((t, i) => ReadOne(t, $"Tool[{i}]")).ToArray();
        string? twice = read.GroupBy(t => t.Name).Where(g => g.Count() > 1).Select(g => g.Key).FirstOrDefault();
        return twice is null ? read : throw InputProblem.Prompt($"There are two tools of the name '{twice}'.");
    }

    /// <summary>Reads tool calls of a message.</summary>
    /// <exception cref="AiGatewayException">InvalidPrompt, with the place of the fault.</exception>
    public static IReadOnlyList<AiGatewayToolCall> ReadCalls(object? calls, string place) =>
        LooseMembers.List(calls).Select((c, i) => ReadCall(LooseMembers.Unwrap(c), $"{place}.ToolCalls[{i}]")).ToArray();

    private static ChatTool ReadOne(object? tool, string place)
    {
        LooseMembers members = LooseMembers.Of(tool) ?? throw InputProblem.Prompt($"{place} must be a hashtable with Name, Description and Parameters.");
        if (members.Text("Type") is { } type && !string.Equals(type, "function", StringComparison.OrdinalIgnoreCase))
        {
            throw InputProblem.Prompt($"{place}: tools of the type '{type}' belong to one provider.", "Send it as it is: -Option @{ tools = @(…) }.");
        }

        members = LooseMembers.Of(members["Function"]) ?? members;
        if (members.Other("Type", "Name", "Description", "Parameters", "InputSchema", "Strict") is { } other)
        {
            throw InputProblem.Prompt($"{place} has no key '{other}'. Legal keys: Name, Description, Parameters.");
        }

        string? name = members.Text("Name");
        return string.IsNullOrWhiteSpace(name)
            ? throw InputProblem.Prompt($"{place} has no Name.")
            : new ChatTool { Name = name!, Description = members.Text("Description"), Parameters = PlainValue.From(members["Parameters"] ?? members["InputSchema"]) };
    }

    private static AiGatewayToolCall ReadCall(object? call, string place)
    {
        if (call is AiGatewayToolCall known)
        {
            return known;
        }

        LooseMembers members = LooseMembers.Of(call) ?? throw InputProblem.Prompt($"{place} is no tool call.");
        LooseMembers function = LooseMembers.Of(members["Function"]) ?? members;
        object? arguments = function["Arguments"] ?? function["Input"];
        return string.IsNullOrWhiteSpace(function.Text("Name"))
            ? throw InputProblem.Prompt($"{place} has no Name.")
            : new AiGatewayToolCall
            {
                Id = members.Text("Id") ?? string.Empty,
                Name = function.Text("Name")!,
                Arguments = arguments as string ?? string.Empty,
                Input = PlainValue.From(arguments) as IReadOnlyDictionary<string, object?>,
            };
    }
}
