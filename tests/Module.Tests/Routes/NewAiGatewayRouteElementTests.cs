using System;
using System.Linq;
using System.Management.Automation;
using CloudflareAiGateway.Module.Tests.Support;
using Xunit;

namespace CloudflareAiGateway.Module.Tests.Routes;

/// <summary>The builder, and how what it makes reads.</summary>
public sealed class NewAiGatewayRouteElementTests(EmulatorProcess emulator) : RouteTest(emulator)
{
    [Theory]
    [InlineData("-Next a", "start (start)")]
    [InlineData("begin -Next a", "begin (start)")]
    [InlineData("-End", "end (end)")]
    [InlineData("c -Condition @{ a = 1 } -True x -False y", "c (conditional a = 1)")]
    [InlineData("c -Condition '{ \"a\": { \"$ne\": true } }' -True x -False y", "c (conditional a != true)")]
    [InlineData("c -Condition ('{ \"$or\": [ { \"a\": 1 }, { \"b\": \"x\" } ] }' | ConvertFrom-Json) -True x -False y", "c (conditional (a = 1 or b = 'x'))")]
    [InlineData("r -Key k -Limit 0.5 -LimitType cost -Window 1.00:00:00 -Success a", "r (rate 0.5 USD per 86400 s by k)")]
    [InlineData("r -Key k -Limit 100 -Window 60 -Success a", "r (rate 100 calls per 60 s by k)")]
    [InlineData("m -Provider openai -Model gpt-4o", "m (model openai gpt-4o)")]
    [InlineData("s -Share @{ 33.3 = 'a'; '66.7%' = 'b' }", "s (percentage)")]
    public void The_parameters_say_the_type(string arguments, string element) =>
        Assert.Equal(element, Assert.Single(Run($"New-AiGatewayRouteElement {arguments}").Output).BaseObject.ToString());

    [Fact]
    public void What_is_left_out_is_as_the_help_says()
    {
        PSObject model = Assert.Single(Run("New-AiGatewayRouteElement m -Provider openai -Model gpt-4o").Output);
        Assert.Equal((1, 60000), ((int)model.Properties["Retries"].Value, (int)model.Properties["Timeout"].Value));
        Assert.Equal("end", Run("(New-AiGatewayRouteElement m -Provider openai -Model gpt-4o).Outputs.success").Output[0].BaseObject);
        Assert.Equal(30000, Run("(New-AiGatewayRouteElement m -Provider openai -Model gpt-4o -Timeout 0:0:30).Timeout").Output[0].BaseObject);
        Assert.Equal("Count", Run("(New-AiGatewayRouteElement r -Key k -Limit 1 -Window 1 -Success a).LimitType").Output[0].ToString());
        Assert.Equal(["10%", "90%"], Run("(New-AiGatewayRouteElement s -Share ([ordered]@{ 10 = 'a'; 90 = 'b' })).Outputs.Keys").Output.Select(o => o.BaseObject));
    }

    [Theory]
    [InlineData("s -Share @{ 40 = 'a'; 50 = 'b' }", "s (ShareSum): The shares make 90 %.")]
    [InlineData("s -Share @{ 10='a'; 20='b'; 30='c'; 15='d'; 16='e'; 9='f' }", "s (TooManyShares)")]
    [InlineData("s -Share @{ 50 = 'a'; [double]50 = 'b' }", "The key '50' comes twice")]
    [InlineData("s -Share @{ half = 'a'; 100 = 'b' }", "s (InvalidShare): 'half'")]
    [InlineData("c -Condition @{ \"`$eq\" = 1 } -True a -False b", "c (InvalidCondition)")]
    [InlineData("c -Condition @{ \"$nothing\" = 1 } -True a -False b", "single quotes: '$eq'")]
    [InlineData("c -Condition @{ a = @{ '$in' = 'x' } } -True a -False b", "needs a list")]
    [InlineData("c -Condition '{ \"a\" }' -True a -False b", "line 1, column 7")]
    [InlineData("r -Key k -Limit -1 -Window 60 -Success a", "r (InvalidProperty): limit cannot be -1")]
    public void A_bad_element_is_refused_with_its_rule(string arguments, string says)
    {
        ErrorRecord error = RunToError($"New-AiGatewayRouteElement {arguments}");
        Assert.StartsWith("InvalidRouteElement", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains(says, Shown(error), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("r -Key k -Limit 1 -Window 0 -Success a", "at least 1 second")]
    [InlineData("m -Provider p -Model m -Timeout 1.5", "not a whole number")]
    [InlineData("r -Key k -Limit 1 -LimitType tokens -Window 1 -Success a", "Count, Cost")]
    public void A_bad_value_is_refused_with_the_legal_ones(string arguments, string says) =>
        Assert.Contains(says, Shown(RunToError($"New-AiGatewayRouteElement {arguments}")), StringComparison.Ordinal);

    [Fact]
    public void Ids_complete_from_the_same_script()
    {
        const string Script = "$graph = @(\nNew-AiGatewayRouteElement cheap -Provider p -Model m\nNew-AiGatewayRouteElement -Provider p -Model m -Id chosen\nNew-AiGatewayRouteElement -Next ch";
        Assert.Equal(["cheap", "chosen"], Session.Complete(Script).CompletionMatches.Select(m => m.CompletionText));
        Assert.Equal(["end"], Session.Complete("New-AiGatewayRouteElement m -Provider p -Model m -Fallback e").CompletionMatches.Select(m => m.CompletionText));
        Assert.Contains("Cost", Session.Complete("New-AiGatewayRouteElement m -LimitType C").CompletionMatches.Select(m => m.CompletionText));
    }
}
