using System;
using System.Linq;
using System.Xml.Linq;
using CloudflareAiGateway.HelpBuilder.Model;
using static CloudflareAiGateway.HelpBuilder.Writing.MamlNames;

namespace CloudflareAiGateway.HelpBuilder.Writing;

/// <summary>Writes a parameter, for the list of parameters or for a line of syntax.</summary>
internal static class MamlParameter
{
    public static XElement Write(ParameterHelp parameter, ParameterFacts facts, bool inSyntax)
    {
        XElement element = new(
            Command + "parameter",
            new XAttribute("required", Flag(facts.Required)),
            new XAttribute("variableLength", "true"),
            new XAttribute("globbing", Flag(facts.Wildcards)),
            new XAttribute("pipelineInput", facts.PipelineInput),
            new XAttribute("position", facts.Position.ToLowerInvariant()),
            new XAttribute("aliases", facts.Aliases.Length > 0 ? facts.Aliases : "none"),
            new XElement(Maml + "name", parameter.Name),
            new XElement(Maml + "description", MamlWriter.Paragraphs(parameter.Description)));
        if (inSyntax && facts.AcceptedValues.Count > 0)
        {
            element.Add(new XElement(Command + "parameterValueGroup", facts.AcceptedValues.Select(value => Value(value, required: false))));
        }

        // In a line of syntax a value would turn a switch into something that takes an argument.
        if (!inSyntax || !facts.IsSwitch)
        {
            element.Add(Value(facts.Type, required: !facts.IsSwitch));
        }

        element.Add(
            new XElement(Dev + "type", new XElement(Maml + "name", facts.Type), new XElement(Maml + "uri")),
            new XElement(Dev + "defaultValue", facts.DefaultValue));
        return element;
    }

    private static XElement Value(string text, bool required) => new(
        Command + "parameterValue",
        new XAttribute("required", Flag(required)),
        new XAttribute("variableLength", Flag(text.EndsWith("[]", StringComparison.Ordinal))),
        text);

    private static string Flag(bool value) => value ? "true" : "false";
}
