using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using CloudflareAiGateway.HelpBuilder.Markdown;
using CloudflareAiGateway.HelpBuilder.Model;
using static CloudflareAiGateway.HelpBuilder.Writing.MamlNames;

namespace CloudflareAiGateway.HelpBuilder.Writing;

/// <summary>Writes the help of all cmdlets as the one MAML file that Get-Help reads.</summary>
internal static partial class MamlWriter
{
    public static string Write(IEnumerable<CmdletHelp> cmdlets)
    {
        XDocument document = new(
            new XElement(Root + "helpItems", new XAttribute("schema", "maml"), cmdlets.Select(CommandElement)));
        return "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n" + document.ToString().ReplaceLineEndings("\n") + "\n";
    }

    /// <summary>One para a piece. A block of code is one para too, so that its lines stay together.</summary>
    public static IEnumerable<XElement> Paragraphs(IEnumerable<TextPiece> pieces) =>
        pieces.Select(piece => new XElement(Maml + "para", piece.Kind == TextKind.Code ? Indented(piece.Text) : piece.Text));

    private static XElement CommandElement(CmdletHelp help)
    {
        string[] parts = help.Name.Split('-');
        return new XElement(
            Command + "command",
            new XAttribute(XNamespace.Xmlns + "maml", Maml),
            new XAttribute(XNamespace.Xmlns + "command", Command),
            new XAttribute(XNamespace.Xmlns + "dev", Dev),
            new XElement(
                Command + "details",
                new XElement(Command + "name", help.Name),
                new XElement(Command + "verb", parts[0]),
                new XElement(Command + "noun", parts[1]),
                new XElement(Maml + "description", Paragraphs(help.Synopsis))),
            new XElement(Maml + "description", Paragraphs(help.Description)),
            new XElement(Command + "syntax", help.Syntax.Select(syntax => SyntaxItem(help, syntax))),
            new XElement(Command + "parameters", help.Parameters.OrderBy(parameter => parameter.Name, StringComparer.Ordinal)
                .Select(parameter => MamlParameter.Write(parameter, parameter.Facts[0], inSyntax: false))),
            new XElement(Command + "inputTypes", help.Inputs.Select(type => TypeElement("inputType", type))),
            new XElement(Command + "returnValues", help.Outputs.Select(type => TypeElement("returnValue", type))),
            new XElement(Maml + "alertSet", new XElement(Maml + "alert", Paragraphs(help.Notes))),
            new XElement(Command + "examples", help.Examples.Select(Example)),
            new XElement(Command + "relatedLinks", help.Links.Select(link => new XElement(
                Maml + "navigationLink",
                new XElement(Maml + "linkText", link.Text),
                new XElement(Maml + "uri", link.Address)))));
    }

    private static XElement SyntaxItem(CmdletHelp help, SyntaxHelp syntax) => new(
        Command + "syntaxItem",
        new XElement(Maml + "name", help.Name),
        from name in syntax.ParameterNames
        let parameter = help.Parameters.First(parameter => parameter.Name == name)
        select MamlParameter.Write(parameter, parameter.In(syntax.ParameterSet) ?? parameter.Facts[0], inSyntax: true));

    private static XElement TypeElement(string element, TypeHelp type) => new(
        Command + element,
        new XElement(Dev + "type", new XElement(Maml + "name", type.TypeName)),
        new XElement(Maml + "description", Paragraphs(type.Description)));

    private static XElement Example(ExampleHelp example, int index)
    {
        string title = ExampleNumber().Replace(example.Title, string.Empty);
        return new XElement(
            Command + "example",
            new XElement(Maml + "title", $"-------- Example {index + 1}: {title} --------"),
            new XElement(Dev + "code", example.Code),
            new XElement(Dev + "remarks", Paragraphs(example.Remarks)));
    }

    private static string Indented(string code) => "    " + code.ReplaceLineEndings("\n").Replace("\n", "\n    ", StringComparison.Ordinal);

    [GeneratedRegex(@"^Example\s+\d+\s*:?\s*", RegexOptions.IgnoreCase)]
    private static partial Regex ExampleNumber();
}
