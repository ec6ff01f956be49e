using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;

namespace CloudflareAiGateway.Playground.HelpScaffolding;

/// <summary>Reads a parameter's yaml blocks from reflection: one for each group of parameter sets in which it is the same.</summary>
internal static class ParameterFactsReader
{
    public static IEnumerable<string> Names(CmdletInfo cmdlet) => cmdlet.ParameterSets
        .SelectMany(set => set.Parameters)
        .Where(parameter => !Cmdlet.CommonParameters.Contains(parameter.Name))
        .Where(parameter => !parameter.Attributes.OfType<ParameterAttribute>().All(attribute => attribute.DontShow))
        .Select(parameter => parameter.Name)
        .Distinct()
        .Order(StringComparer.Ordinal);

    public static IEnumerable<string> Read(CmdletInfo cmdlet, string name, string? defaultValue)
    {
        (string Set, string Yaml)[] bySet = cmdlet.ParameterSets
            .OrderByDescending(set => set.IsDefault)
            .ThenBy(set => set.Name, StringComparer.Ordinal)
            .Select(set => (set.Name, Parameter: set.Parameters.FirstOrDefault(parameter => parameter.Name == name)))
            .Where(entry => entry.Parameter is not null)
            .Select(entry => (entry.Name, Facts(entry.Parameter!, defaultValue)))
            .ToArray();
        return bySet.GroupBy(entry => entry.Yaml, entry => entry.Set).Select(group =>
        {
            string sets = group.Count() == cmdlet.ParameterSets.Count ? "(All)" : string.Join(", ", group);
            return group.Key.Replace("{sets}", sets, StringComparison.Ordinal);
        });
    }

    private static string Facts(CommandParameterInfo parameter, string? defaultValue)
    {
        Type type = Underlying(parameter.ParameterType);
        IEnumerable<string> values = AcceptedValues(parameter, type);
        List<string> lines =
        [
            "```yaml",
            $"Type: {TypeName(type)}",
            "Parameter Sets: {sets}",
            $"Aliases: {string.Join(", ", parameter.Aliases)}".TrimEnd(),
        ];
        if (values.Any())
        {
            lines.Add($"Accepted values: {string.Join(", ", values)}");
        }

        lines.AddRange(
        [
            string.Empty,
            $"Required: {parameter.IsMandatory}",
            $"Position: {(parameter.Position >= 0 ? parameter.Position : "Named")}",
            $"Default value: {defaultValue ?? (type == typeof(SwitchParameter) ? "False" : "None")}",
            $"Accept pipeline input: {PipelineInput(parameter)}",
            $"Accept wildcard characters: {parameter.Attributes.OfType<SupportsWildcardsAttribute>().Any()}",
            "```",
        ]);
        return string.Join('\n', lines);
    }

    private static string PipelineInput(CommandParameterInfo parameter) =>
        (parameter.ValueFromPipelineByPropertyName, parameter.ValueFromPipeline) switch
        {
            (true, true) => "True (ByPropertyName, ByValue)",
            (true, false) => "True (ByPropertyName)",
            (false, true) => "True (ByValue)",
            _ => "False",
        };

    // "Unknown" is what an answer may hold that is newer than the module; nobody should type it.
    private static IEnumerable<string> AcceptedValues(CommandParameterInfo parameter, Type type)
    {
        Type element = Underlying(type.GetElementType() ?? type);
        return parameter.Attributes.OfType<ValidateSetAttribute>().FirstOrDefault()?.ValidValues
            ?? (element.IsEnum ? Enum.GetNames(element).Where(name => name != "Unknown") : []);
    }

    private static Type Underlying(Type type) => Nullable.GetUnderlyingType(type) ?? type;

    private static string TypeName(Type type)
    {
        if (type.GetElementType() is { } element)
        {
            return TypeName(Underlying(element)) + "[]";
        }

        return type.IsGenericType
            ? $"{type.Name.Split('`')[0]}[{string.Join(", ", type.GetGenericArguments().Select(TypeName))}]"
            : type.Name;
    }
}
