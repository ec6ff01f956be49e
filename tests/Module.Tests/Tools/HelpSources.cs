namespace CloudflareAiGateway.Module.Tests.Tools;

/// <summary>A help source that is right, for tests to break one thing at a time.</summary>
internal static class HelpSources
{
    public const string Good = """
        ---
        online version: https://example.com/get-samplething
        ---

        # Get-SampleThing

        ## SYNOPSIS

        Gets *sample* things with `-Name`.

        ## SYNTAX

        ### ByName (Default)

        ```
        Get-SampleThing [[-Name] <string[]>] [-Size <int>] [<CommonParameters>]
        ```

        ### ByKind

        ```
        Get-SampleThing -Kind <string> [-Size <int>] [<CommonParameters>]
        ```

        ## DESCRIPTION

        First paragraph, with a [link](https://example.com).

        - one & two
        - three

        ## EXAMPLES

        ### Example 1: Get all

        ```powershell
        # A comment, not a heading
        Get-SampleThing
        ```

        Gets everything.

        ### Example 2: Get round ones

        ```powershell
        Get-SampleThing -Kind Round
        ```

        Gets the round ones.

        ## PARAMETERS

        ### -Kind

        The kind of thing.

        ```yaml
        Type: String
        Parameter Sets: ByKind
        Aliases:
        Accepted values: Round, Square

        Required: True
        Position: Named
        Default value: None
        Accept pipeline input: False
        Accept wildcard characters: False
        ```

        ### -Name

        The names.

        ```yaml
        Type: String[]
        Parameter Sets: ByName
        Aliases: Id

        Required: False
        Position: 0
        Default value: *
        Accept pipeline input: True (ByValue)
        Accept wildcard characters: True
        ```

        ### -Size

        The size in millimetres.

        ```yaml
        Type: Int32
        Parameter Sets: (All)
        Aliases:

        Required: False
        Position: Named
        Default value: None
        Accept pipeline input: False
        Accept wildcard characters: False
        ```

        ### CommonParameters

        The common ones.

        ## INPUTS

        ### System.String

        Names.

        ## OUTPUTS

        ### System.String

        Things.

        ## NOTES

        Nothing to note.

        ## RELATED LINKS

        - [Set-SampleThing](Set-SampleThing.md)

        """;
}
