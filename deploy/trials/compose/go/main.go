// Prints compose.yaml as `docker compose config --format json` does, with its own loader and without a daemon.
package main

import (
	"context"
	"fmt"
	"os"

	"github.com/compose-spec/compose-go/v2/cli"
)

func main() {
	options, err := cli.NewProjectOptions(os.Args[1:],
		cli.WithOsEnv, cli.WithEnvFiles(), cli.WithDotEnv, cli.WithInterpolation(true))
	if err == nil {
		project, failure := options.LoadProject(context.Background())
		if err = failure; err == nil {
			json, _ := project.MarshalJSON()
			fmt.Println(string(json))
			return
		}
	}
	fmt.Fprintln(os.Stderr, err)
	os.Exit(1)
}
