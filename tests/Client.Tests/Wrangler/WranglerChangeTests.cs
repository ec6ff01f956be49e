using System;
using Xunit;

namespace CloudflareAiGateway.Client.Tests;

/// <summary>Files before and after: what is added, and that nothing else moves.</summary>
public class WranglerChangeTests
{
    private static readonly IConfigFormat s_toml = WranglerFormats.Of("wrangler.toml")!;
    private static readonly IConfigFormat s_json = WranglerFormats.Of("wrangler.jsonc")!;

    [Theory]
    [InlineData("name = \"w\"\n", "name = \"w\"\n\n[ai]\nbinding = \"AI\"\n\n[vars]\nAI_GATEWAY_ID = \"gw\"\n")]
    [InlineData("name = \"w\"", "name = \"w\"\n\n[ai]\nbinding = \"AI\"\n\n[vars]\nAI_GATEWAY_ID = \"gw\"")]
    [InlineData("", "[ai]\nbinding = \"AI\"\n\n[vars]\nAI_GATEWAY_ID = \"gw\"\n")]
    [InlineData("# only a comment\n", "# only a comment\n\n[ai]\nbinding = \"AI\"\n\n[vars]\nAI_GATEWAY_ID = \"gw\"\n")]
    [InlineData("[ai]\n[vars]\n", "[ai]\nbinding = \"AI\"\n[vars]\nAI_GATEWAY_ID = \"gw\"\n")]
    [InlineData("[ai] # mine\r\n\tbinding = 'AI' # keep\r\n[vars]\r\n\tA = \"1\"\r\n", "[ai] # mine\r\n\tbinding = 'AI' # keep\r\n[vars]\r\n\tA = \"1\"\r\n\tAI_GATEWAY_ID = \"gw\"\r\n")]
    [InlineData("ai.binding = \"AI\"\nvars.A = \"1\" # one\nname = \"w\"\n", "ai.binding = \"AI\"\nvars.A = \"1\" # one\nvars.AI_GATEWAY_ID = \"gw\"\nname = \"w\"\n")]
    [InlineData("ai = { binding = \"AI\" }\nvars = {}\n", "ai = { binding = \"AI\" }\nvars = { AI_GATEWAY_ID = \"gw\" }\n")]
    [InlineData("ai = { }\nvars = { A = \"1\" }\n", "ai = { binding = \"AI\" }\nvars = { A = \"1\", AI_GATEWAY_ID = \"gw\" }\n")]
    [InlineData("vars = {\n  A = \"1\", # one\n}\n[ai]\nbinding = \"AI\"\n", "vars = {\n  A = \"1\", AI_GATEWAY_ID = \"gw\", # one\n}\n[ai]\nbinding = \"AI\"\n")]
    [InlineData("vars.A = \"\"\"\n[ai]\nx\"\"\"\n", "vars.A = \"\"\"\n[ai]\nx\"\"\"\nvars.AI_GATEWAY_ID = \"gw\"\n\n[ai]\nbinding = \"AI\"\n")]
    [InlineData("[[kv]]\nid = \"1\"\n[[kv]]\nid = \"2\"\n", "[[kv]]\nid = \"1\"\n[[kv]]\nid = \"2\"\n\n[ai]\nbinding = \"AI\"\n\n[vars]\nAI_GATEWAY_ID = \"gw\"\n")]
    [InlineData("[vars]\nA = \"1\"\n# about vars\n\n# about production\n[env.production]\n", "[vars]\nA = \"1\"\nAI_GATEWAY_ID = \"gw\"\n# about vars\n\n[ai]\nbinding = \"AI\"\n\n# about production\n[env.production]\n")]
    [InlineData("[vars]\nAI_GATEWAY_ID = 'old' # id\n[ai]\nbinding = \"AI\"\n", "[vars]\nAI_GATEWAY_ID = \"gw\" # id\n[ai]\nbinding = \"AI\"\n")]
    [InlineData("[\"vars\"]\n\"AI_GATEWAY_ID\" = 5\n[ai]\nbinding = \"MINE\"\n", "[\"vars\"]\n\"AI_GATEWAY_ID\" = \"gw\"\n[ai]\nbinding = \"MINE\"\n")]
    public void Toml_at_the_top_level(string before, string after) => Assert.Equal(after, Change(s_toml, before, null));

    [Theory]
    [InlineData("name = \"w\"\n", "name = \"w\"\n\n[env.production.ai]\nbinding = \"AI\"\n\n[env.production.vars]\nAI_GATEWAY_ID = \"gw\"\n")]
    [InlineData("[env.production]\nroute = \"x\"\n\n[env.staging]\n", "[env.production]\nroute = \"x\"\n\n[env.production.ai]\nbinding = \"AI\"\n\n[env.production.vars]\nAI_GATEWAY_ID = \"gw\"\n\n[env.staging]\n")]
    [InlineData("[env.production.vars]\nA = \"1\"\n[env.staging]\n", "[env.production.vars]\nA = \"1\"\nAI_GATEWAY_ID = \"gw\"\n\n[env.production.ai]\nbinding = \"AI\"\n\n[env.staging]\n")]
    [InlineData("[env]\nproduction.vars.A = \"1\"\n", "[env]\nproduction.vars.A = \"1\"\nproduction.vars.AI_GATEWAY_ID = \"gw\"\nproduction.ai.binding = \"AI\"\n")]
    [InlineData("[env]\nproduction = { vars.A = \"1\" }\n", "[env]\nproduction = { vars.A = \"1\", ai = { binding = \"AI\" }, vars.AI_GATEWAY_ID = \"gw\" }\n")]
    [InlineData("env.production.name = \"p\"\n", "env.production.name = \"p\"\nenv.production.ai.binding = \"AI\"\nenv.production.vars.AI_GATEWAY_ID = \"gw\"\n")]
    public void Toml_in_an_environment(string before, string after) => Assert.Equal(after, Change(s_toml, before, "production"));

    [Theory]
    [InlineData("{}", "{\n  \"ai\": {\n    \"binding\": \"AI\"\n  },\n  \"vars\": {\n    \"AI_GATEWAY_ID\": \"gw\"\n  }\n}")]
    [InlineData("{ \"name\": \"w\" }\n", "{ \"name\": \"w\", \"ai\": { \"binding\": \"AI\" }, \"vars\": { \"AI_GATEWAY_ID\": \"gw\" } }\n")]
    [InlineData("{ \"name\": \"w\", }", "{ \"name\": \"w\", \"ai\": { \"binding\": \"AI\" }, \"vars\": { \"AI_GATEWAY_ID\": \"gw\" }, }")]
    [InlineData("{\r\n\t\"name\": \"w\" // mine\r\n}\r\n", "{\r\n\t\"name\": \"w\", // mine\r\n\t\"ai\": {\r\n\t\t\"binding\": \"AI\"\r\n\t},\r\n\t\"vars\": {\r\n\t\t\"AI_GATEWAY_ID\": \"gw\"\r\n\t}\r\n}\r\n")]
    [InlineData("{\n    \"name\": \"w\", // mine\n    // \"ai\": {}\n}", "{\n    \"name\": \"w\", // mine\n    \"ai\": {\n        \"binding\": \"AI\"\n    },\n    \"vars\": {\n        \"AI_GATEWAY_ID\": \"gw\"\n    },\n    // \"ai\": {}\n}")]
    [InlineData("{\n  \"vars\": { \"A\": \"1\" }, \"ai\": { \"binding\": \"MINE\" }\n}", "{\n  \"vars\": { \"A\": \"1\", \"AI_GATEWAY_ID\": \"gw\" }, \"ai\": { \"binding\": \"MINE\" }\n}")]
    [InlineData("{\n  \"ai\": { // here\n  },\n  \"vars\": {}\n}", "{\n  \"ai\": { // here\n    \"binding\": \"AI\"\n  },\n  \"vars\": {\n    \"AI_GATEWAY_ID\": \"gw\"\n  }\n}")]
    [InlineData("{\n  \"ai\": { \"binding\": \"AI\" },\n  \"vars\": { \"AI_GATEWAY_ID\": \"old\" /* id */ }\n}", "{\n  \"ai\": { \"binding\": \"AI\" },\n  \"vars\": { \"AI_GATEWAY_ID\": \"gw\" /* id */ }\n}")]
    public void Json_at_the_top_level(string before, string after) => Assert.Equal(after, Change(s_json, before, null));

    [Theory]
    [InlineData("{\n  \"env\": {\n    \"production\": {\n      \"vars\": { \"A\": \"1\" }\n    }\n  }\n}", "{\n  \"env\": {\n    \"production\": {\n      \"vars\": { \"A\": \"1\", \"AI_GATEWAY_ID\": \"gw\" },\n      \"ai\": {\n        \"binding\": \"AI\"\n      }\n    }\n  }\n}")]
    [InlineData("{\n  \"name\": \"w\"\n}\n", "{\n  \"name\": \"w\",\n  \"env\": {\n    \"production\": {\n      \"ai\": {\n        \"binding\": \"AI\"\n      },\n      \"vars\": {\n        \"AI_GATEWAY_ID\": \"gw\"\n      }\n    }\n  }\n}\n")]
    public void Json_in_an_environment(string before, string after) => Assert.Equal(after, Change(s_json, before, "production"));

    [Fact]
    public void A_second_time_changes_nothing()
    {
        foreach (IConfigFormat format in new[] { s_toml, s_json })
        {
            string once = Change(format, format.Begin("w", "2026-10-15"), "production");
            Assert.Equal(once, Change(format, once, "production"));
        }
    }

    [Fact]
    public void Another_binding_is_kept_unless_it_is_named()
    {
        const string Text = "[ai]\nbinding = \"MINE\"\n";
        Assert.Equal("MINE", WranglerChange.Of(s_toml, Text, new WranglerSettings { GatewayId = "gw", Variable = "V" }).Binding);
        WranglerChange change = WranglerChange.Of(s_toml, Text, new WranglerSettings { GatewayId = "gw", Variable = "V", Binding = "OTHER" });
        Assert.Equal("OTHER", change.Binding);
        Assert.StartsWith("[ai]\nbinding = \"OTHER\"\n", change.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ai = \"AI\"\n", 1, 6, "'ai' is a text, not a table")]
    [InlineData("x = 1\n[[ai]]\nbinding = \"AI\"\n", 2, 3, "'ai' is an array, not a table")]
    [InlineData("[ai.binding]\n", 1, 2, "'ai.binding' is a table, not a text")]
    [InlineData("[vars]\nAI_GATEWAY_ID = [\"a\"]\n", 2, 17, "'vars.AI_GATEWAY_ID' is an array, not a text")]
    public void A_wrong_type_is_refused_with_the_place(string text, int line, int column, string problem)
    {
        ConfigSyntaxException broken = Assert.Throws<ConfigSyntaxException>(() => Change(s_toml, text, null));
        Assert.Equal(problem, broken.Message);
        Assert.Equal((line, column), (broken.Position.Line, broken.Position.Column));
    }

    [Fact]
    public void What_the_caller_should_know_of_the_file_is_told()
    {
        const string Text = "account_id = \"abc\"\n[env.staging]\n[env.live.ai]\nbinding = \"AI\"\n";
        WranglerChange top = WranglerChange.Of(s_toml, Text, new WranglerSettings { GatewayId = "gw", Variable = "V" });
        Assert.Equal(("abc", false), (top.FileAccountId, top.IsNewEnvironment));
        Assert.Equal(["staging"], top.EnvironmentsWithout);
        WranglerChange other = WranglerChange.Of(s_toml, Text, new WranglerSettings { GatewayId = "gw", Variable = "V", Environment = "new" });
        Assert.True(other.IsNewEnvironment);
        Assert.Empty(other.EnvironmentsWithout);
    }

    private static string Change(IConfigFormat format, string text, string? environment) =>
        WranglerChange.Of(format, text, new WranglerSettings { GatewayId = "gw", Variable = "AI_GATEWAY_ID", Environment = environment }).Text;
}
